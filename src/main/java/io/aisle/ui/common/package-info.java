/** What every screen shares: views, texts, threads, errors, number formats, paged lists. */
package io.aisle.ui.common;
