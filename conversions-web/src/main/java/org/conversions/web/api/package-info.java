/**
 * The API: how it reads and writes JSON and parameters, and below it one package per noun, with the resource and the
 * records it takes and gives. No entity ever gets here.
 */
package org.conversions.web.api;
