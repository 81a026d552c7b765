/** The apps of a workspace and of the server, what they were granted, and the question to a person whether to grant it. */
package org.conversions.web.api.oauth;
