/** The Users screen: history, lists side by side, attention and contributions. */
package io.aisle.ui.users;
