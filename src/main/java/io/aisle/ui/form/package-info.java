/** Forms made of records, and the nodes of their fields; used by several screens. */
package io.aisle.ui.form;
