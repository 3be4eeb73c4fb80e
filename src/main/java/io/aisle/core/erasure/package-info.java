/** Removes a user from everything that a workspace holds. */
package io.aisle.core.erasure;
