/**
 * A month of a small shop, for a workspace that wants to see the product with something in it: links, clicks of the past, and
 * what Stripe would have said of its buyers, played through this server's own endpoint in the sandbox world. The month is
 * planned by pure code ({@link org.conversions.sample.SampleMonth}), played step by step, and taken away without a trace.
 */
package org.conversions.sample;
