/**
 * The script that a merchant's site loads: it remembers the click that brought the visitor, reports clicks, visits,
 * leads and sales, and passes the click on to Stripe. What each attribute of its element means stands in
 * {@code settings.js}.
 *
 * <pre>{@code
 * <script>
 *   window.dubAnalytics = window.dubAnalytics || function () {
 *     (window.dubAnalytics.q = window.dubAnalytics.q || []).push(arguments);
 *   };
 * </script>
 * <script defer src="https://go.example.com/analytics/script.conversion-tracking.js"
 *         data-publishable-key="dub_pk_…" data-domains='{"refer": "go.example.com"}' data-stripe="true"></script>
 * }</pre>
 */
package org.conversions.web.script;
