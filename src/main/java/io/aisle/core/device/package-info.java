/** What can compute on this machine, and the GPU pack that lets it. */
package io.aisle.core.device;
