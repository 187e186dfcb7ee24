package org.pressmark.pipeline;

import java.io.IOException;
import java.util.List;
import org.pressmark.model.Capture;
import org.pressmark.store.WarcFile;

/** All that is stored, one WARC file's captures after another's: never more of them are held at once. */
final class EveryCapture implements Outgoing {
    private final Pipeline house;

    EveryCapture(Pipeline house) {
        this.house = house;
    }

    @Override
    public void captures(Taker taker) throws IOException {
        for (String file : house.store().read(tx -> tx.files().all()).stream()
                .map(WarcFile::name)
                .toList()) {
            List<Capture> captures = house.store().read(tx -> tx.captures().inFile(file));
            for (Capture capture : captures) {
                taker.take(capture);
            }
        }
    }

    @Override
    public void pages(Taker taker) throws IOException {
        captures(capture -> {
            if (Outgoing.isPage(capture)) {
                taker.take(capture);
            }
        });
    }
}
