/** 127.0.0.0/8, ::1 and localhost; IPv4 in IPv6 form as Node gives a peer's address. */
export const isLoopbackHost = (host: string): boolean =>
  /^(?:localhost|(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1\]?)$/iu.test(host);

/** True for an http(s) URL whose host is this machine, without user name or password in it. */
export function isLoopbackUrl(url: string): boolean {
  const known = seen.get(url);
  if (known !== undefined) return known;
  if (seen.size >= mostSeen) seen.clear();
  const is = readsAsLoopback(url);
  seen.set(url, is);
  return is;
}

/** Asked several times in each turn, of the same few addresses. */
const seen = new Map<string, boolean>();
const mostSeen = 100;

function readsAsLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  return (
    (protocol === "http:" || protocol === "https:") &&
    !username &&
    !password &&
    isLoopbackHost(hostname)
  );
}
