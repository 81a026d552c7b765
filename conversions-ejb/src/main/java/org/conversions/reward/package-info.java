/** By what terms partners are credited: rewards, their conditions, and the terms that were in force at a time. */
package org.conversions.reward;
