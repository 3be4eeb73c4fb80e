/**
 * The only room with threads and processes: background jobs, loops over threads, and worker
 * processes with their protocol. Depends on the domain alone.
 */
package io.aisle.core.job;
