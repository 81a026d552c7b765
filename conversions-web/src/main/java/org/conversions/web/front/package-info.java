/**
 * The filters in front of everything, and what they read of a request's address: whether it is for the API or for a short link,
 * whether it hides its path, and which visitor it comes from.
 */
package org.conversions.web.front;
