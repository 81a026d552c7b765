/**
 * The API: its application, and the parameters that operations share. Below it stand bodies, writes, and one package per
 * noun with the resource and the records it takes and gives. No entity ever gets here.
 */
package org.conversions.web.api;
