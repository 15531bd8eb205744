/* 累计曲线。Draws a burn-up out of the table beneath it: <div class="plot" data-from="table-id">.
   The table is the truth; without script the table simply stands alone.
   Row: <tr data-x="2026-09-18"><th>…</th><td>planned</td><td>claimed</td><td>verified</td></tr>, empty cell = not yet. */
(function () {
  'use strict';
  var NS = 'http://www.w3.org/2000/svg';
  function el(n, a, p, t) { var e = document.createElementNS(NS, n); for (var k in a) e.setAttribute(k, a[k]); if (t != null) e.textContent = t; p.appendChild(e); return e; }
  function nice(max) { var s = Math.pow(10, Math.floor(Math.log10(max / 4))), c = [1, 2, 5, 10], i; for (i = 0; i < c.length; i++) if (c[i] * s * 6 >= max) return c[i] * s; return s * 10; }
  function draw(box, fixed) {
    var word = function (k, zh) { return box.dataset[k] || zh; }; // data-wtarget, -wplanned, -wclaimed, -wverified, -wmonths
    var months = word('wmonths', '').split(' ');
    var tb = document.getElementById(box.dataset.from), unit = tb.dataset.unit, dec = +(tb.dataset.dec || 1), T = +tb.dataset.target, now = tb.dataset.now;
    var rows = Array.prototype.map.call(tb.querySelectorAll('tbody tr[data-x]'), function (r) {
      var v = Array.prototype.map.call(r.querySelectorAll('td'), function (c) { var s = c.textContent.replace(/[^0-9.\-]/g, ''); return s === '' ? null : +s; });
      return { x: Date.parse(r.dataset.x), p: v[0], c: v[1], v: v[2] };
    });
    var W = fixed > 0 ? fixed : Math.max(300, box.clientWidth), slim = W < 520, H = +box.dataset.h || (slim ? 240 : 300), L = 40, R = slim ? 12 : 116, Tp = 30, B = 28;
    var x0 = rows[0].x, x1 = rows[rows.length - 1].x, max = Math.max(T, Math.max.apply(0, rows.map(function (r) { return Math.max(r.p || 0, r.c || 0); }))) * 1.04;
    var X = function (t) { return L + (t - x0) / (x1 - x0) * (W - L - R); }, Y = function (v) { return Tp + (1 - v / max) * (H - Tp - B); };
    box.innerHTML = '';
    var s = el('svg', { viewBox: '0 0 ' + W + ' ' + H, role: 'img', 'aria-label': box.dataset.label }, box);
    var step = nice(max), v;
    for (v = 0; v <= max; v += step) {
      el('line', { class: v ? 'ax' : 'ax0', x1: L, x2: W - R, y1: Y(v), y2: Y(v) }, s);
      el('text', { class: 'lb', x: L - 8, y: Y(v) + 4, 'text-anchor': 'end' }, s, v.toFixed(step < 1 ? 1 : 0));
    }
    el('text', { class: 'lb', x: 0, y: 14 }, s, unit);
    var dt = new Date(x0); dt.setDate(1); dt.setMonth(dt.getMonth() + 1); var every = slim ? 2 : 1;
    for (; dt.getTime() <= x1; dt.setMonth(dt.getMonth() + every)) {
      el('line', { class: 'ax0', x1: X(+dt), x2: X(+dt), y1: H - B, y2: H - B + 4 }, s);
      el('text', { class: 'lb', x: X(+dt), y: H - B + 18, 'text-anchor': 'middle' }, s, months[dt.getMonth()] || (dt.getMonth() + 1) + '月');
    }
    el('line', { class: 'tg', x1: L, x2: W - R, y1: Y(T), y2: Y(T) }, s);
    var tn = Date.parse(now), left = slim || X(tn) > W - R - 110; // 今日靠右，目标写到左边 the target keeps clear of today's labels
    el('text', { class: 'lbs', x: left ? L + 4 : W - R + 8, y: left ? Y(T) - 6 : Y(T) + 4 }, s, word('wtarget', '目标') + ' ' + T.toFixed(dec));
    var path = function (k, stepwise) { var o = '', last = null; rows.forEach(function (r) { if (r[k] == null) return; o += last ? (stepwise ? 'H' + X(r.x) + 'V' + Y(r[k]) : 'L' + X(r.x) + ' ' + Y(r[k])) : 'M' + X(r.x) + ' ' + Y(r[k]); last = r; }); return o; };
    var act = rows.filter(function (r) { return r.c != null; }), g = 'M' + X(act[0].x) + ' ' + Y(act[0].c), i;
    for (i = 1; i < act.length; i++) g += 'H' + X(act[i].x) + 'V' + Y(act[i].c);
    g += 'V' + Y(act[act.length - 1].v); for (i = act.length - 1; i > 0; i--) g += 'V' + Y(act[i].v) + 'H' + X(act[i].x) + 'V' + Y(act[i - 1].v);
    el('path', { class: 'gap', d: g + 'Z' }, s);
    el('path', { class: 'pl', d: path('p') }, s);
    el('path', { class: 'cl', d: path('c', true) }, s);
    el('path', { class: 'vl', d: path('v', true) }, s);
    el('line', { class: 'now', x1: X(tn), x2: X(tn), y1: Tp - 6, y2: H - B }, s);
    el('text', { class: 'lb', x: X(tn), y: Tp - 12, 'text-anchor': slim ? 'end' : 'middle' }, s, box.dataset.nowlabel);
    var lastA = act[act.length - 1], pn = rows.filter(function (r) { return r.x === tn; })[0];
    var lab = [[word('wplanned', '今日应到') + ' ' + pn.p.toFixed(dec), Y(pn.p)], [word('wclaimed', '已报') + ' ' + lastA.c.toFixed(dec), Y(lastA.c)], [word('wverified', '已核') + ' ' + lastA.v.toFixed(dec), Y(lastA.v)]];
    lab.sort(function (a, b) { return a[1] - b[1]; });
    for (i = 1; i < lab.length; i++) if (lab[i][1] - lab[i - 1][1] < 19) lab[i][1] = lab[i - 1][1] + 19;
    if (!slim) lab.forEach(function (l) {
      var right = !slim, lx = X(tn) + (right ? 10 : -8), t = el('text', { class: 'lbs', x: lx, y: l[1] + 4, 'text-anchor': right ? 'start' : 'end' }, s, l[0]);
      var bb = t.getBBox(), bg = el('rect', { class: 'hl', x: bb.x - 3, y: bb.y, width: bb.width + 6, height: bb.height }, s); s.insertBefore(bg, t);
    });
    [['p', pn.p], ['c', lastA.c], ['v', lastA.v]].forEach(function (k) { el('circle', { cx: X(tn), cy: Y(k[1]), r: 3, fill: k[0] === 'v' ? '#22364d' : '#fffdf8', stroke: '#22364d', 'stroke-width': 1.5 }, s); });
  }
  var boxes = Array.prototype.slice.call(document.querySelectorAll('.plot[data-from]'));
  function go() { boxes.forEach(function (b) { draw(b, 0); }); }
  window.addEventListener('beforeprint', function () { boxes.forEach(function (b) { draw(b, +(b.dataset.print || 660)); }); });
  window.addEventListener('afterprint', go);
  go();
  var t; window.addEventListener('resize', function () { clearTimeout(t); t = setTimeout(go, 120); });
})();
