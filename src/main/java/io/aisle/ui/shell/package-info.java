/** The window's frame: screens, status, notices and the job tray. */
package io.aisle.ui.shell;
