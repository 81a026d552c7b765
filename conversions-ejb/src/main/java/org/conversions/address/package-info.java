/**
 * Web addresses and what they are made of: hosts, paths, queries, campaign words, keys of short links, IP addresses. Pure.
 */
package org.conversions.address;
