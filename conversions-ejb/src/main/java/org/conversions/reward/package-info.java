/** The terms that partners are credited by: rewards, their conditions, and the terms that were in force at a time. */
package org.conversions.reward;
