// a server that is gone is missed within seconds: a push connection that breaks may tell nobody for
// a minute. Two looks in vain are needed, for one may have met a busy moment; while Vaadin itself
// waits for an answer it knows better
const LOOK_EVERY = 4_000;
const LOOK_AGAIN_AFTER = 1_000;
const ANSWER_WITHIN = 3_000;
const AWAY = [502, 503, 504]; // what a proxy says of it
let missed = 0;
let isSaid = false;

async function isAway() {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN);
    const answer = await fetch("/health/live", { cache: "no-store", signal });
    return AWAY.includes(answer.status);
  } catch {
    return true;
  }
}

function say(connection) {
  if (missed > 1 && connection.state !== "loading") {
    connection.state = "reconnecting";
    isSaid = true;
  } else if (missed === 0 && isSaid) {
    isSaid = false;
    if (connection.state === "reconnecting") {
      connection.state = "connected";
    }
  }
}

async function lookForServer() {
  if (document.visibilityState === "visible") {
    missed = (await isAway()) ? missed + 1 : 0;
    say(window.Vaadin.connectionState);
  }
  setTimeout(lookForServer, missed ? LOOK_AGAIN_AFTER : LOOK_EVERY);
}

lookForServer();
