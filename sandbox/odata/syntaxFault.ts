import { PlatformFault } from "../engine/fault";

/** Code that the Web API gives to everything its OData layer refuses (fact sheet §6.8, brief of unknown properties). */
const ODATA_CODE = "0x80060888";

/** A query the OData layer cannot read: 400. */
export function syntaxFault(message: string): PlatformFault {
  return new PlatformFault(ODATA_CODE, message, 400);
}

/** A column or navigation the table does not have: 400. */
export function unknownProperty(name: string, logicalName: string): PlatformFault {
  return syntaxFault(`Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.${logicalName}'.`);
}

/** An entity set, message or sub-resource nobody knows: 404. */
export function unknownResource(segment: string): PlatformFault {
  return new PlatformFault(ODATA_CODE, `Resource not found for the segment '${segment}'.`, 404);
}

/** A key that leads to no row: 404. */
export function recordNotFound(logicalName: string, id: string): PlatformFault {
  return new PlatformFault("0x80040217", `Entity '${logicalName}' With Id = ${id} Does Not Exist`, 404);
}

/** A parameter or property that the message does not have: 400 (fact sheet §2.2, §6). */
export function invalidParameter(message: string): PlatformFault {
  return new PlatformFault(
    "0x80048d19",
    `Error identified in Payload provided by the user for Entity :'', For more information on this error please ` +
      `follow this help link https://go.microsoft.com/fwlink/?linkid=2195293  ----> InnerException : ` +
      `Microsoft.OData.ODataException: ${message}`,
    400,
  );
}

/** A method that what is addressed does not take: 405. */
export function methodNotAllowed(method: string): PlatformFault {
  return new PlatformFault(ODATA_CODE, `The requested resource does not support http method '${method}'.`, 405);
}

/** A row of a table that can only be listed: 400. */
export function retrieveNotSupported(logicalName: string): PlatformFault {
  return new PlatformFault("0x80040800", `The 'Retrieve' method does not support entities of type '${logicalName}'.`);
}
