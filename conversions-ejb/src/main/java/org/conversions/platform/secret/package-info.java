/**
 * What must not be readable to whoever gets hold of the database: secrets that are needed again are encrypted
 * ({@link org.conversions.platform.secret.SecretBox}), those that only have to be recognised are hashed
 * ({@link org.conversions.platform.secret.TokenHash}). Passwords are neither: they belong to the workspace's members
 * and are hashed slowly there.
 */
package org.conversions.platform.secret;
