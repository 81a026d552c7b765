/** Sales: what was sold, in which currency and at which rate, what was taken back of it and why it goes back to its click. */
package org.conversions.web.api.sale;
