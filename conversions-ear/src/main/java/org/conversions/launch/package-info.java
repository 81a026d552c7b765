/** Starts the executable jar: what an operator would otherwise have to know about Payara Micro. */
package org.conversions.launch;
