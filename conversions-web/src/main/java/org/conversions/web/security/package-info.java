/**
 * Every door: who may come in by which key, what browsers may do with the answers, and who is calling. A resource is
 * closed to everybody without a secret API key unless it says otherwise by an annotation of this package.
 */
package org.conversions.web.security;
