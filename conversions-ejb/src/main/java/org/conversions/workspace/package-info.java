/**
 * Workspaces, the tenants of a server: their settings, those of the past that still decide about older sales, the words
 * they use towards browsers and Stripe, the plans with what each includes, and Stripe's two modes. Everything else belongs
 * to exactly one workspace.
 */
package org.conversions.workspace;
