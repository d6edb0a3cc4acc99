/**
 * The strict policy that an administrator can switch on for model-driven apps (fact sheet §16), without the
 * platform's own hosts: here everything comes from the sandbox itself.
 */
export const strictContentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' blob: data:",
  "worker-src 'self' blob: data:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' blob: data:",
  "connect-src 'self' blob: data:",
  "frame-src 'self' blob:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");
