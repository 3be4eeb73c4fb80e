# Starts a program of io.aisle.testkit.large from a compiled tree; read by the scripts beside it.
# POSIX sh.

home=$(cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$home/src/build/jdk.sh"

large() {
  jdk=$(find_jdk) || {
    printf '%s: %s\n' "$(basename -- "$0")" "$jdk_is_missing" >&2
    exit 1
  }
  program=$1
  shift
  exec "$jdk/bin/java" --enable-native-access=ALL-UNNAMED --add-modules=jdk.incubator.vector \
    --sun-misc-unsafe-memory-access=allow -Daisle.home="$home" \
    -cp "$home/target/test-classes:$home/target/classes:${AISLE_CLASSPATH:-$(cat "$home/target/classpath")}" \
    "io.aisle.testkit.large.$program" "$@"
}
