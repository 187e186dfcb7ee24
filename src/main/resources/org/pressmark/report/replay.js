// Stands between archived scripts and the network: what they ask for is asked of the archive, what cannot be is refused.
(function () {
  "use strict";
  var here = /^\/web\/(\d{4,14})[a-z]{2}_\/(.*)$/.exec(location.pathname + location.search);
  if (!here) return;
  var stamp = here[1], page = here[2].replace(/^(https?):\/+/, "$1://"), root = location.origin + "/web/";

  function replay(address, kind) {
    var text = String(address);
    if (/^(data|blob|about|javascript):/i.test(text) || text.charAt(0) === "#") return text;
    if (text.indexOf(root) === 0 || text.indexOf("/web/") === 0) return text;
    var url;
    try { url = new URL(text, page); } catch (e) { return text; }
    if (url.origin === location.origin) return url.pathname.indexOf("/web/") === 0 ? url.href : root + stamp + kind + "/" + new URL(url.pathname + url.search, page).href;
    return /^https?:$/.test(url.protocol) ? root + stamp + kind + "/" + url.href : "about:blank";
  }

  function wrap(owner, name, make) {
    if (!owner || !owner[name]) return;
    try { owner[name] = make(owner[name]); } catch (e) { /* a page that froze it first loses nothing */ }
  }

  wrap(window, "fetch", function (real) {
    return function (input, options) {
      var asked = input instanceof Request ? input.url : input;
      return real.call(window, replay(asked, "oe_"), input instanceof Request ? { method: input.method } : options);
    };
  });
  wrap(XMLHttpRequest.prototype, "open", function (real) {
    return function (method, url) {
      var rest = Array.prototype.slice.call(arguments, 2);
      return real.apply(this, [method, replay(url, "oe_")].concat(rest));
    };
  });
  navigator.sendBeacon = function () { return true; };

  function closed() {
    var target = document.createDocumentFragment();
    var self = { readyState: 3, bufferedAmount: 0, send: function () {}, close: function () {} };
    ["addEventListener", "removeEventListener", "dispatchEvent"].forEach(function (name) { self[name] = target[name].bind(target); });
    setTimeout(function () {
      ["error", "close"].forEach(function (name) {
        var event = new Event(name);
        if (typeof self["on" + name] === "function") self["on" + name](event);
        target.dispatchEvent(event);
      });
    }, 0);
    return self;
  }
  ["WebSocket", "EventSource", "WebTransport", "WebSocketStream"].forEach(function (name) { if (window[name]) window[name] = function () { return closed(); }; });
  ["RTCPeerConnection", "webkitRTCPeerConnection", "RTCDataChannel", "Worker", "SharedWorker", "PresentationRequest"].forEach(function (name) { try { delete window[name]; window[name] = undefined; } catch (e) { /* not here */ } });
  window.open = function () { return null; };
  window.print = function () {};

  ["pushState", "replaceState"].forEach(function (name) {
    wrap(history, name, function (real) {
      return function (state, title, url) {
        try { return real.call(history, state, title, url === undefined || url === null ? url : replay(url, "mp_")); } catch (e) { return undefined; }
      };
    });
  });
  function memory() {
    var kept = {};
    return {
      getItem: function (key) { return Object.prototype.hasOwnProperty.call(kept, key) ? kept[key] : null; },
      setItem: function (key, value) { kept[key] = String(value); },
      removeItem: function (key) { delete kept[key]; }, clear: function () { kept = {}; },
      key: function (i) { return Object.keys(kept)[i] || null; }, get length() { return Object.keys(kept).length; }
    };
  }
  ["localStorage", "sessionStorage"].forEach(function (name) {
    var kept = memory();
    try { Object.defineProperty(window, name, { configurable: true, get: function () { return kept; } }); } catch (e) { /* stays closed */ }
  });
  try { Object.defineProperty(document, "cookie", { configurable: true, get: function () { return ""; }, set: function () {} }); } catch (e) { /* stays closed */ }
  ["referrer", "URL", "documentURI", "domain"].forEach(function (name) {
    var value = name === "referrer" ? "" : name === "domain" ? new URL(page).hostname : page;
    try { Object.defineProperty(document, name, { configurable: true, get: function () { return value; }, set: function () {} }); } catch (e) { /* stays */ }
  });

  // Addresses that scripts give to elements.
  var kinds = { IMG: "im_", SCRIPT: "js_", LINK: "cs_", IFRAME: "if_", FRAME: "if_", A: "mp_", AREA: "mp_" };
  function kind(element) { return kinds[element.nodeName.toUpperCase()] || "oe_"; }
  function list(value, letters) {
    return String(value).replace(/(^|,\s+|,)(\s*)([^\s,][^\s]*)/g, function (all, comma, space, url) { return comma + space + replay(url, letters); });
  }
  var single = { src: 1, href: 1, poster: 1, data: 1, action: 1, formaction: 1, background: 1, "xlink:href": 1, ping: 1 };
  function value(element, name, given) {
    var low = String(name).toLowerCase();
    if (low === "srcset" || low === "imagesrcset") return list(given, "im_");
    if (low === "integrity" || low === "nonce") return "";
    if (low === "rel" && element.nodeName === "LINK" && hint.test(given)) return "x-archived";
    return single[low] ? replay(given, kind(element)) : given;
  }
  wrap(Element.prototype, "setAttribute", function (real) {
    return function (name, given) { return real.call(this, name, value(this, name, given)); };
  });
  wrap(Element.prototype, "setAttributeNS", function (real) {
    return function (space, name, given) { return real.call(this, space, name, value(this, name, given)); };
  });
  [["HTMLImageElement", "src srcset"], ["HTMLScriptElement", "src integrity"], ["HTMLLinkElement", "href integrity"], ["HTMLIFrameElement", "src"], ["HTMLMediaElement", "src"],
    ["HTMLVideoElement", "poster"], ["HTMLSourceElement", "src srcset"], ["HTMLAnchorElement", "href ping"], ["HTMLAreaElement", "href ping"], ["HTMLEmbedElement", "src"],
    ["HTMLObjectElement", "data"], ["HTMLFormElement", "action"], ["HTMLInputElement", "src formAction"], ["HTMLTrackElement", "src"], ["HTMLBaseElement", "href"]].forEach(function (pair) {
    var type = window[pair[0]];
    pair[1].split(" ").forEach(function (name) {
      var own = type && Object.getOwnPropertyDescriptor(type.prototype, name);
      if (!own || !own.set) return;
      Object.defineProperty(type.prototype, name, {
        configurable: true, enumerable: own.enumerable, get: own.get,
        set: function (given) { own.set.call(this, value(this, name, given)); }
      });
    });
  });

  // Hints open connections that no policy governs: they are taken out before they get into the document.
  var hint = /\b(preconnect|dns-prefetch|prefetch|prerender)\b/i;
  function quiet(node) {
    if (!node || node.nodeType !== 1 && node.nodeType !== 11) return node;
    var links = node.nodeName === "LINK" ? [node] : node.querySelectorAll ? node.querySelectorAll("link[rel]") : [];
    Array.prototype.forEach.call(links, function (link) { if (hint.test(link.rel)) link.relList.value = "x-archived"; });
    return node;
  }
  function quietText(html) {
    return String(html).replace(/<link\b[^>]*>/gi, function (tag) { return hint.test(tag) ? tag.replace(/\brel\b/i, "data-rel") : tag; })
      .replace(/http-equiv\s*=\s*["']?refresh/gi, "data-refresh=\"").replace(/<([a-z][a-z0-9]*)\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi, ledText);
  }
  // A tag's addresses led into the archive; one with a character reference other than &amp; stays as it is.
  function ledText(tag, name) {
    var letters = kinds[name.toUpperCase()] || "oe_";
    return tag.replace(/(\s([^\s=>"']+)\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/g, function (all, before, attribute, given) {
      if (!/^(src|srcset|href|poster)$/i.test(attribute)) return all;
      var quote = /^["']/.test(given) ? given.charAt(0) : "", text = (quote ? given.slice(1, -1) : given).replace(/&amp;/gi, "&");
      if (/&(#|[a-z]+;)/i.test(text)) return all;
      return before + quote + (/set$/i.test(attribute) ? list(text, "im_") : replay(text, letters)).replace(/&/g, "&amp;") + quote;
    });
  }
  [[Node.prototype, "appendChild insertBefore replaceChild"], [Element.prototype, "append prepend before after replaceWith replaceChildren"],
    [DocumentFragment.prototype, "append prepend replaceChildren"], [Document.prototype, "append prepend replaceChildren"]].forEach(function (pair) {
    pair[1].split(" ").forEach(function (name) {
      wrap(pair[0], name, function (real) { return function () { Array.prototype.forEach.call(arguments, quiet); return real.apply(this, arguments); }; });
    });
  });
  wrap(Element.prototype, "insertAdjacentElement", function (real) { return function (place, node) { return real.call(this, place, quiet(node)); }; });
  wrap(Element.prototype, "insertAdjacentHTML", function (real) { return function (place, html) { return real.call(this, place, quietText(html)); }; });
  wrap(Range.prototype, "createContextualFragment", function (real) { return function (html) { return real.call(this, quietText(html)); }; });
  ["write", "writeln"].forEach(function (name) {
    wrap(Document.prototype, name, function (real) { return function () { return real.apply(this, Array.prototype.map.call(arguments, quietText)); }; });
  });
  [[Element.prototype, "innerHTML"], [Element.prototype, "outerHTML"], [window.ShadowRoot && ShadowRoot.prototype, "innerHTML"], [HTMLIFrameElement.prototype, "srcdoc"]].forEach(function (pair) {
    var own = pair[0] && Object.getOwnPropertyDescriptor(pair[0], pair[1]);
    if (own && own.set) Object.defineProperty(pair[0], pair[1], { configurable: true, enumerable: own.enumerable, get: own.get, set: function (html) { own.set.call(this, quietText(html)); } });
  });
  var rel = Object.getOwnPropertyDescriptor(HTMLLinkElement.prototype, "rel");
  if (rel) Object.defineProperty(HTMLLinkElement.prototype, "rel", { configurable: true, enumerable: true, get: rel.get, set: function (words) { rel.set.call(this, hint.test(words) ? "x-archived" : words); } });

  // A page may not lead its frame out of the archive.
  if (window.navigation) {
    navigation.addEventListener("navigate", function (event) {
      var to = new URL(event.destination.url);
      if (!event.cancelable || to.origin === location.origin || !/^https?:$/.test(to.protocol)) return;
      event.preventDefault();
    });
  }
  try { Object.defineProperty(navigator, "serviceWorker", { configurable: true, get: function () { return undefined; } }); } catch (e) { /* policy forbids workers anyway */ }
})();
