/** Programs, partners and their enrollments. */
package org.conversions.partner;
