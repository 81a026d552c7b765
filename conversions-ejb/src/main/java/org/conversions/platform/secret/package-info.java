/**
 * Keeps secrets unreadable in a stolen database: those that are needed again are encrypted
 * ({@link org.conversions.platform.secret.SecretBox}), each under a key of its column's own and bound to its row, those that only have to be recognised are hashed
 * ({@link org.conversions.platform.secret.TokenHash}). The master key is one for all nodes, and is changed while they run
 * ({@link org.conversions.platform.secret.MasterKeys}). Passwords are neither: they belong to the workspace's members
 * and are hashed slowly there.
 */
package org.conversions.platform.secret;
