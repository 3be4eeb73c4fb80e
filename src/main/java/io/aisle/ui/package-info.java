/** The desktop: one package per screen, view models without nodes. */
package io.aisle.ui;
