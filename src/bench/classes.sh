# Read by the bench scripts: compiles src/bench/java into target/bench and fetches other people's programs beside it.
# Takes $home; gives $program (classes and libraries), $bench, $peers (folders), and the function peer GROUP:ARTIFACT:VERSION.

if [ -z "${PRESSMARK_CLASSES:-}" ] && ! ls "$home"/target/pressmark.jar >/dev/null 2>&1; then
    echo "expected a built checkout in $home, found no target/pressmark.jar: run ./pressmark --version first" >&2
    exit 1
fi
program=${PRESSMARK_CLASSES:-"$home/target/pressmark.jar:$home/target/lib/*"}
bench=$home/target/bench/classes
peers=$home/target/bench/peers
mkdir -p "$bench" "$peers"

# A library of somebody else's, with what it needs, from where Maven gets all the others; never part of the program.
peer() {
    "$home/mvnw" -q -B -f "$home/pom.xml" dependency:get -Dartifact="$1" || {
        echo "cannot fetch $1 with Maven: is there a network?" >&2
        exit 1
    }
    "$home/mvnw" -q -B -f "$home/pom.xml" dependency:copy -Dartifact="$1" -DoutputDirectory="$peers" >&2
}
