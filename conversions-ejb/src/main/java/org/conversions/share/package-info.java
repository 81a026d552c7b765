/** Links by which figures are read without a login: how they are made, what they show, and who has opened them. */
package org.conversions.share;
