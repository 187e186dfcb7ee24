package org.pressmark.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pressmark.model.ReplayPlace;
import org.pressmark.report.WebPages;

/** Every route on one screen. All of them only read; the longest beginning that fits wins. */
final class Routes {

    /** Makes an answer of a request. */
    private interface Route {
        Answer answer(Asked asked) throws IOException;
    }

    private final Hosts hosts;
    private final Replay replay;
    private final Map<String, Route> exact = new LinkedHashMap<>();
    private final Map<String, Route> below = new LinkedHashMap<>();

    Routes(Hall hall, Hosts hosts, ServeOptions options) {
        Pages pages = new Pages(hall);
        Comparisons comparisons = new Comparisons(hall);
        this.hosts = hosts;
        this.replay = new Replay(hall, hosts, options);
        TimeMaps timeMaps = new TimeMaps(hall, options.timeMapEntries());
        Frame frame = new Frame(hall, hosts);
        Extraction extraction = new Extraction(hall);

        exact.put("/", pages::home);
        exact.put("/page", pages::page); //                    ?url=
        exact.put("/compare", comparisons::compare); //        ?a=&b=
        exact.put("/apparatus", comparisons::apparatus); //    ?of=&of=&of=
        exact.put("/chain", pages::chain); //                  ?of=
        exact.put("/chain.svg", pages::picture); //            ?of=
        exact.put("/chain.prov.json", pages::prov); //         ?of=
        exact.put(WebPages.STYLE_PATH, asked -> asset("text/css", WebPages.style()));
        exact.put(WebPages.SCRIPT_PATH, asked -> asset("text/javascript", WebPages.script()));
        below.put("/versions/", comparisons::versions); //      <url>
        below.put("/web/timemap/", timeMaps::timeMap); //      <link|json|cdxj>/<url>
        below.put("/web/", replay::web); //                    <timestamp><modifier>/<url> or <url>
        below.put("/view/", frame::view); //                  <timestamp>/<url>
        below.put("/extract/", extraction::text); //           <timestamp>/<url>
        below.put("/outline/", extraction::outlined); //       <timestamp>/<url>
        below.put("/marked/", extraction::marked); //          <timestamp>/<url>
    }

    /** The answer to a GET or HEAD request. */
    Answer answer(Asked asked) throws IOException {
        if (hosts.archived(asked.host())) {
            return archived(asked);
        }
        Route route = exact.get(asked.path());
        if (route != null) {
            return route.answer(asked);
        }
        for (Map.Entry<String, Route> entry : below.entrySet()) {
            if (asked.path().startsWith(entry.getKey())) {
                return entry.getValue().answer(asked);
            }
        }
        return Trouble.noPage(asked.path());
    }

    /** Under the name of archived content lies nothing else: no script there may reach our own pages. */
    private Answer archived(Asked asked) throws IOException {
        if (asked.path().equals(ReplayPlace.SHIM)) {
            return Answer.script(WebPages.shim());
        }
        return asked.path().startsWith("/web/") ? replay.web(asked) : Trouble.noPage(asked.path());
    }

    private static Answer asset(String type, String text) {
        return Answer.text(200, type + "; charset=utf-8", text).with("Cache-Control", "max-age=3600");
    }
}
