/**
 * OpenID Connect: another service vouches for people and services. The only package that knows it.
 */
@NullMarked
package dev.campanile.adapter.oidc;

import org.jspecify.annotations.NullMarked;
