/**
 * The moves of partners by the rules of groups: after what they brought or earned changed, and once a day, because days in the program
 * count too. What was earned before keeps the terms of the group of then.
 */
package org.conversions.partner.move;
