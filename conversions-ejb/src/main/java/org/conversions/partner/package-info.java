/** Programs, partners and their enrollments: who can be credited. */
package org.conversions.partner;
