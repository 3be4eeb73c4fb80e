/** What runs recommend to single users. */
package io.aisle.core.users;
