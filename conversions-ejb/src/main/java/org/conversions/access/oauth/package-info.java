/**
 * The authorization server: apps (OAuth's clients) that ask people for rights on a workspace. A grant is what one person gave
 * one app for one workspace. All its tokens are a family: one access token at a time, and refresh tokens of which each is
 * used once. A code or refresh token that comes a second time was copied, and ends the family.
 */
package org.conversions.access.oauth;
