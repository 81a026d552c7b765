/** Who is credited and by what terms: programs, partners, their enrollments and rewards. */
package org.conversions.partner;
