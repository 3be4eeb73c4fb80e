/**
 * Files that are encrypted on disk and plain to whoever has the workspace's key: a file system of
 * its own over the system's, its file format, and the key. Nothing here knows what the files hold.
 */
package io.aisle.store.sealed;
