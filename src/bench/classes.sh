# Read by the bench scripts: compiles src/bench/java into target/bench and fetches other people's programs beside it.
# Takes $home; gives $program (classes and libraries), $bench and $peers (folders), peer GROUP:ARTIFACT:VERSION, compile FILE…

if ! [ -f "$home/target/pressmark.jar" ]; then
    echo "expected a built checkout in $home, found no target/pressmark.jar: run ./pressmark --version first" >&2
    exit 1
fi
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
program="$home/target/pressmark.jar:$home/target/lib/*"
bench=$home/target/bench/classes
peers=$home/target/bench/peers
mkdir -p "$bench" "$peers"

# A library of somebody else's, from where Maven gets all the others; never part of the program.
peer() {
    (cd "$home" && ./mvnw -q -B dependency:get -Dartifact="$1" -Dtransitive=false &&
        ./mvnw -q -B dependency:copy -Dartifact="$1" -DoutputDirectory="$peers") || {
        echo "cannot fetch $1 with Maven: is there a network?" >&2
        exit 1
    }
}

compile() {
    "${java}c" -nowarn --release 17 -cp "$program:$peers/*" -d "$bench" "$@"
}
