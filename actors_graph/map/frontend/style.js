// The style of the component, adopted by its shadow root (no inline style, no request).

export const STYLE = `
:host{display:block}
*,*::before{box-sizing:border-box}
[hidden]{display:none!important}
.map{--ground:#fcfbf9;--ink:#1f2430;--line:#8a8f9b;--soft:#e3e1dc;--halo:#f2b400;--accent:#0063cb;
display:flex;flex-direction:column;gap:8px;min-height:280px;color:var(--ink);
font-family:var(--st-font,"Source Sans","Source Sans Pro",system-ui,sans-serif);font-size:13px;line-height:1.35}
.map.dark{--ground:#161a24;--ink:#e9ecf3;--line:#7d8698;--soft:#2c3342;--halo:#ffd34d;--accent:#6cb2ff}
.legend{display:flex;flex-wrap:wrap;gap:6px}
button{font:inherit;color:var(--ink);background:var(--ground);border:1px solid var(--line);cursor:pointer}
button:focus-visible,.top:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.chip{display:inline-flex;align-items:center;gap:5px;min-height:28px;padding:2px 10px 2px 6px;border-radius:999px;white-space:nowrap}
.chip small{font-size:12px;opacity:.8}
.chip[aria-pressed=false]:not(.only){border-style:dashed;text-decoration:line-through}
.chip[aria-pressed=false]:not(.only) svg{opacity:.35}
.chip.only[aria-pressed=true]{background:var(--ink);color:var(--ground)}
.gold{width:9px;height:9px;margin:3px 4px 3px 5px;border-radius:50%;background:var(--line);box-shadow:0 0 0 2px var(--ground),0 0 0 4px var(--halo)}
.stage{position:relative;flex:1;min-height:0;background:var(--ground);border:1px solid var(--soft);border-radius:10px;overflow:hidden}
canvas{position:absolute;inset:0;width:100%;height:100%;display:block}
.base{transition:opacity .16s}
.base.dim{opacity:.2}
.top{touch-action:pan-y;cursor:grab}
.top.near{cursor:pointer}.top.lassoing{cursor:crosshair}.top.moving{cursor:grabbing}.top.zoomed{touch-action:none}
.top:focus-visible{outline-offset:-3px;border-radius:10px}
.tools{position:absolute;right:10px;bottom:10px;display:flex;flex-direction:column;gap:4px}
.tools button{min-width:34px;height:34px;padding:0;border-radius:8px;display:grid;place-items:center;font-weight:600;font-size:11px}
.tools button[aria-pressed=true],.tools button[aria-expanded=true],.around button[aria-pressed=true]{background:var(--ink);color:var(--ground)}
.around{position:absolute;left:10px;top:10px;display:flex;align-items:center;gap:4px;padding:4px 4px 4px 10px;background:var(--ground);border:1px solid var(--soft);border-radius:10px;box-shadow:0 2px 10px rgba(0,0,0,.12)}
.around button{min-height:28px;padding:2px 10px;border-radius:7px}
.tip,.hint{position:absolute;pointer-events:none;background:var(--ink);color:var(--ground);border-radius:8px;padding:7px 10px;max-width:min(280px,80%)}
.tip{left:0;top:0;box-shadow:0 4px 16px rgba(0,0,0,.2);overflow-wrap:anywhere}
.tip b,.tip div{unicode-bidi:isolate;display:block}
.hint{left:50%;bottom:14px;transform:translateX(-50%);opacity:.92}
.help{position:absolute;right:54px;bottom:10px;max-width:calc(100% - 70px);max-height:calc(100% - 20px);overflow:auto;background:var(--ground);border:1px solid var(--line);border-radius:10px;padding:10px 14px;box-shadow:0 4px 16px rgba(0,0,0,.18)}
.help dl{display:grid;grid-template-columns:auto auto;gap:3px 14px;margin:0}
.help dt{font-weight:600}.help dd{margin:0}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:640px),(pointer:coarse){
.legend{flex-wrap:nowrap;overflow-x:auto;padding:3px}
.chip,.around button{min-height:44px}
.tools{flex-direction:row}
.tools button{min-width:44px;height:44px}
.wide{display:none!important}
.help{right:10px;bottom:62px;max-width:calc(100% - 20px);max-height:calc(100% - 72px)}
}
@media (prefers-reduced-motion:reduce){.base{transition:none}}
@media (forced-colors:active){.chip[aria-pressed=true],.tools button[aria-pressed=true],.around button[aria-pressed=true]{border:3px solid Highlight}}
`;
