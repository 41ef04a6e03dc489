// The ways in which a file reaches the editors. Nothing is sent from here: each way is a link that
// someone chooses to follow.

// Servers refuse longer addresses; GitHub and most others stop at 8 kB.
export const LONGEST_ADDRESS = 7000;
// Some mail programs cut a longer link.
export const LONGEST_MAIL = 1900;

const HOSTS = {
  github: {
    is: (host) => host === "github.com",
    // Documented nowhere but used widely; it makes the fork and the pull request itself.
    create: (at, branch, path, text) => `${at}/new/${branch}?filename=${path}&value=${text}`,
    edit: (at, branch, path) => `${at}/edit/${branch}/${path}`,
    upload: (at, branch, folder) => `${at}/upload/${branch}/${folder}`,
  },
  gitlab: {
    is: (host) => /(^|\.)gitlab\./.test(host),
    create: (at, branch, path, text) => `${at}/-/new/${branch}?file_name=${path}&content=${text}`,
    edit: (at, branch, path) => `${at}/-/edit/${branch}/${path}`,
    // It offers no page for a folder that is not there yet; from the root one can choose.
    upload: (at, branch) => `${at}/-/tree/${branch}`,
  },
  forgejo: {
    is: (host) => host === "codeberg.org" || /(^|\.)(forgejo|gitea)\./.test(host),
    create: (at, branch, path, text) => `${at}/_new/${branch}/?filename=${path}&value=${text}`,
    edit: (at, branch, path) => `${at}/_edit/${branch}/${path}`,
    upload: (at, branch, folder) => `${at}/_upload/${branch}/${folder}`,
  },
};

/** What a repository's host is called; empty where it is not known. */
export function hostName(repository) {
  return hostOf(repository) ? new URL(repository).hostname : "";
}

/** The host that a repository's address is known to be on; none where it is another one. */
function hostOf(repository) {
  if (!repository) return null;
  const name = new URL(repository).hostname;
  return Object.values(HOSTS).find((host) => host.is(name)) ?? null;
}

/**
 * The ways that a site offers for a file, the fitting one first.
 *
 * Each has a `kind`: create, edit or upload at the host, mail with the text or with the file
 * attached, or download; and a `link` where there is one.
 */
export function waysFor({ repository, branch, contact }, { path, text, revision, subject, greeting }) {
  const ways = [];
  const host = hostOf(repository);
  const at = repository?.replace(/\/+$/, "").replace(/\.git$/, "");
  const onBranch = encodePath(branch);
  if (host && revision) {
    ways.push({ kind: "edit", link: host.edit(at, onBranch, encodePath(path)) });
  } else if (host) {
    const link = host.create(at, onBranch, encodeURIComponent(path), encodeURIComponent(text));
    if (link.length <= LONGEST_ADDRESS) ways.push({ kind: "create", link });
    else ways.push({ kind: "upload", link: host.upload(at, onBranch, encodePath(path.replace(/\/[^/]*$/, ""))) });
  }
  if (contact) {
    const whole = mail(contact, subject, `${greeting}\n\n${path}\n\n${text}`);
    if (whole.length <= LONGEST_MAIL) ways.push({ kind: "mail", link: whole });
    else ways.push({ kind: "attach", link: mail(contact, subject, `${greeting}\n\n${path}`) });
  }
  ways.push({ kind: "download", link: null });
  return ways;
}

/** Where attachments go; none where the host is not known. */
export function uploadLink({ repository, branch }, folder) {
  const host = hostOf(repository);
  if (!host) return null;
  return host.upload(repository.replace(/\/+$/, "").replace(/\.git$/, ""), encodePath(branch), encodePath(folder));
}

function mail(contact, subject, body) {
  const lines = body.replace(/\n/g, "\r\n");
  return `mailto:${encodeURIComponent(contact).replace("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}

function encodePath(path) {
  return path.split("/").map(encodeURIComponent).join("/");
}
