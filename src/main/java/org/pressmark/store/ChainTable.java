package org.pressmark.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.ChainJson;
import org.pressmark.json.ClaimJson;
import org.pressmark.json.Json;
import org.pressmark.model.Derivation;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.Similarity;

/** Tables {@code chain_node}, {@code derivation} and {@code reason}: the present conclusions, one chain a focus. */
public final class ChainTable {
    private static final String FOR_FOCUS = "WHERE focus_key = ? ";

    private final Sql sql;

    ChainTable(Sql sql) {
        this.sql = sql;
    }

    /** Keeps what was concluded of the chain's focus, in place of what was concluded before. */
    public void replace(ProvenanceChain chain) {
        remove(chain.focus());
        UUID focus = Keys.of(chain.focus());
        List<@Nullable Object[]> nodes = new ArrayList<>();
        for (ProvenanceChain.Node node : chain.nodes()) {
            byte[] json = Packed.pack(Json.compact(ChainJson.write(node)));
            nodes.add(new @Nullable Object[] {focus, nodes.size(), chain.focus(), node.id(), Keys.of(node.id()), json});
        }
        sql.batch(
                "INSERT INTO chain_node (focus_key, seq, focus, node, node_key, json) VALUES (?, ?, ?, ?, ?, ?)",
                nodes);
        List<@Nullable Object[]> links = new ArrayList<>();
        List<@Nullable Object[]> reasons = new ArrayList<>();
        for (Derivation link : chain.links()) {
            int seq = links.size();
            links.add(values(focus, seq, link));
            for (int i = 0; i < link.reasons().size(); i++) {
                reasons.add(values(focus, seq, i, link.reasons().get(i)));
            }
        }
        sql.batch("""
                INSERT INTO derivation (focus_key, seq, child, child_key, parent, parent_key, basis, direction_known,
                  directness, confidence, outcome) VALUES (""" + Sql.marks(11) + ")", links);
        sql.batch("""
                INSERT INTO reason (focus_key, link_seq, seq, rule, weight, words, claim, measure, similarity)
                VALUES (""" + Sql.marks(9) + ")", reasons);
    }

    /** Forgets what was concluded of a focus. */
    public void remove(String focus) {
        UUID key = Keys.of(focus);
        if (sql.number("SELECT count(*) FROM chain_node " + FOR_FOCUS, key) > 0) {
            for (String table : List.of("reason", "derivation", "chain_node")) {
                sql.update("DELETE FROM " + table + " " + FOR_FOCUS, key);
            }
        }
    }

    /** What was concluded of a focus, as it was given. */
    public Optional<ProvenanceChain> of(String focus) {
        List<ProvenanceChain.Node> nodes = sql.list(
                "SELECT json FROM chain_node " + FOR_FOCUS + "ORDER BY seq",
                row -> ChainJson.readNode(Json.parse(row.packed("json"))),
                Keys.of(focus));
        return nodes.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProvenanceChain(focus, nodes, links(FOR_FOCUS, Keys.of(focus))));
    }

    /** Links from texts that come from this one, from every chain in which one stands. */
    public List<Derivation> fromParent(String parent) {
        return links("WHERE parent_key = ? ", Keys.of(parent));
    }

    /** Links to the sources of a text, from every chain in which one stands. */
    public List<Derivation> fromChild(String child) {
        return links("WHERE child_key = ? ", Keys.of(child));
    }

    private List<Derivation> links(String where, UUID key) {
        List<Derivation> out = new ArrayList<>();
        sql.each(
                "SELECT * FROM derivation " + where + "ORDER BY focus_key, seq",
                row -> out.add(new Derivation(
                        row.text("child"),
                        row.text("parent"),
                        row.word("basis", Derivation.Basis.class),
                        row.cells().getBoolean("direction_known"),
                        row.word("directness", Derivation.Directness.class),
                        row.cells().getDouble("confidence"),
                        row.word("outcome", Derivation.Outcome.class),
                        reasons(row.key("focus_key"), row.integer("seq")))),
                key);
        return out;
    }

    private List<Derivation.Reason> reasons(UUID focus, int link) {
        List<Derivation.Reason> out = new ArrayList<>();
        sql.each(
                "SELECT * FROM reason " + FOR_FOCUS + "AND link_seq = ? ORDER BY seq",
                row -> {
                    Optional<byte[]> claim = Optional.ofNullable(row.cells().getBytes("claim"));
                    Optional<Similarity> similarity =
                            row.optionalText("measure").isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(new Similarity(
                                            row.word("measure", Similarity.Measure.class),
                                            row.cells().getDouble("similarity")));
                    out.add(new Derivation.Reason(
                            row.text("rule"),
                            row.cells().getDouble("weight"),
                            row.text("words"),
                            claim.map(packed -> ClaimJson.read(Json.parse(Packed.unpack(packed)))),
                            similarity));
                },
                focus,
                link);
        return out;
    }

    private static @Nullable Object[] values(UUID focus, int seq, Derivation link) {
        return new @Nullable Object[] {
            focus,
            seq,
            link.child(),
            Keys.of(link.child()),
            link.parent(),
            Keys.of(link.parent()),
            Sql.word(link.basis()),
            link.directionKnown(),
            Sql.word(link.directness()),
            link.confidence(),
            Sql.word(link.outcome())
        };
    }

    private static @Nullable Object[] values(UUID focus, int link, int seq, Derivation.Reason reason) {
        return new @Nullable Object[] {
            focus,
            link,
            seq,
            reason.rule(),
            reason.weight(),
            reason.words(),
            reason.claim().map(claim -> Packed.pack(Json.compact(ClaimJson.write(claim)))),
            reason.similarity().map(similarity -> Sql.word(similarity.measure())),
            reason.similarity().map(Similarity::value)
        };
    }
}
