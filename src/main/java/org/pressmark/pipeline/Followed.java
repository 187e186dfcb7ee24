package org.pressmark.pipeline;

import org.pressmark.crawl.ScopeCheck;
import org.pressmark.model.Source;

/** A source that is being followed, its scope ready for use. */
record Followed(Source source, ScopeCheck scope) {
    static Followed of(Source source) {
        return new Followed(source, new ScopeCheck(source.scope()));
    }
}
