# Finds the JDK that Aisle is built and run with; read by the launcher, .ci/run and the installers.
# POSIX sh. No JVM is started: a JDK's version is in its release file.

needed=25

# Whether a folder is a JDK that is new enough.
is_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
  release=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$release" ] && [ "$release" -ge "$needed" ]
}

# A file behind its symbolic links.
real_file() {
  file=$1
  while [ -L "$file" ]; do
    link=$(readlink "$file")
    case $link in
      /*) file=$link ;;
      *) file=$(dirname -- "$file")/$link ;;
    esac
  done
  printf '%s\n' "$file"
}

# The folder that the java command on the PATH belongs to.
jdk_on_path() {
  command=$(command -v java) || return 1
  dirname -- "$(dirname -- "$(real_file "$command")")"
}

# Prints the folder of the first JDK that will do; fails when there is none.
find_jdk() {
  user=${HOME:-/nonexistent}
  for candidate in \
    "${JAVA_HOME:-}" \
    "$(jdk_on_path)" \
    /usr/lib/jvm/* \
    /usr/java/* \
    /opt/java/* \
    /opt/jdk* \
    "$user"/.sdkman/candidates/java/* \
    "$user"/.jdks/* \
    "$user"/.local/share/mise/installs/java/* \
    "$user"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$user"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk "$candidate"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  return 1
}

jdk_is_missing="no JDK $needed or newer was found in JAVA_HOME, on the PATH or in the usual folders; install one (Debian and Ubuntu: apt-get install openjdk-$needed-jdk or temurin-$needed-jdk; macOS: brew install openjdk; any system: https://adoptium.net) or point JAVA_HOME at it"
