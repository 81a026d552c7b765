/**
 * The days of click rewards. A program that rewards clicks goes from day to day, in the time zone of its workspace: an hour after the
 * end of a day its clicks are added up by link, and settled as commissions. The work of a day is that of its clicks, however many
 * came before. A click that comes later has its day settled once more.
 */
package org.conversions.commission.click;
