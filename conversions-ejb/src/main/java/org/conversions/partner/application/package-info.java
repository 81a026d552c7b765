/**
 * How people ask to become partners: the form and the requirements of the program, the applications, and what was decided of each.
 * An applicant is enrolled from the start, as pending.
 */
package org.conversions.partner.application;
